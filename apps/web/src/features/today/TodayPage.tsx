import { SkeletonRows } from '../../ui/index.js';

export function TodayPage() {
  return <SkeletonRows />;
}
