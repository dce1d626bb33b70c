import { SkeletonRows } from '../../ui/index.js';

export function MePage() {
  return <SkeletonRows />;
}
