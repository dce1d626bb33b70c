import { SkeletonRows } from '../../ui/index.js';

export function SetupPage() {
  return <SkeletonRows />;
}
