import { IconAlertTriangle, IconCheck, IconClockHour4, IconHourglassLow } from '@tabler/icons-react';
import type { Tone } from '../../ui/index.js';
import type { Urgency } from './model.js';

/** How a deadline stands, the same everywhere: an icon and a tone beside its word. */
export const urgencyLooks: Record<Urgency, { icon: typeof IconCheck; tone: Tone }> = {
  overdue: { icon: IconAlertTriangle, tone: 'danger' },
  due_soon: { icon: IconHourglassLow, tone: 'warn' },
  in_time: { icon: IconClockHour4, tone: 'plain' },
};

export const closedLook = { icon: IconCheck, tone: 'accent' } as const;
