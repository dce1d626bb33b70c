import { SkeletonRows } from '../../ui/index.js';

export function ControllerPage() {
  return <SkeletonRows />;
}
