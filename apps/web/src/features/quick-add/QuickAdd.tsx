import type { AddKind, AddPreset } from '../../shell/dialogs.js';

export function QuickAdd(_: { kind: AddKind; preset: AddPreset }) {
  return null;
}
