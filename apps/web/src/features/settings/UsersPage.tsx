import { SkeletonRows } from '../../ui/index.js';

export function UsersPage() {
  return <SkeletonRows />;
}
