import { SkeletonRows } from '../../ui/index.js';

export function PeoplePage() {
  return <SkeletonRows />;
}
