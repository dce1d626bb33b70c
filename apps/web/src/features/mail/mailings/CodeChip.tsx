import { IconCopyOff } from '@tabler/icons-react';
import { Chip } from '../../../ui/index.js';
import { looks, stateOf } from '../../permissions/looks.js';
import type { DecisionCode } from '../../permissions/model.js';
import { useCodeName } from './use-code-name.js';

/** Why somebody gets a mailing or does not, in a few words. */
export function CodeChip({ allowed, code }: { allowed: boolean; code: string }) {
  const nameOf = useCodeName();
  const { icon, tone } =
    code === 'duplicate_address'
      ? { icon: IconCopyOff, tone: 'plain' as const }
      : looks[stateOf({ allowed, code: code as DecisionCode })]; // else it is the engine's own
  return (
    <Chip icon={icon} tone={tone}>
      {nameOf(code)}
    </Chip>
  );
}
