import type { RequestContext } from '@seloste/kernel';

const name = 'retention.run';

/** On whose behalf a run acts. */
export const runContext: RequestContext = { actor: { kind: 'system', name }, requestId: name };
