import { SkeletonRows } from '../../ui/index.js';

export function LoginPage() {
  return <SkeletonRows />;
}
