import { SkeletonRows } from '../../ui/index.js';

export function SettingsLayout() {
  return <SkeletonRows />;
}
