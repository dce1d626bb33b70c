export { type Account, canEnter, postgresAccount } from './account.ts';
export { locateBinaries, POSTGRES_MAJOR, SYSTEM_HOME } from './binaries.ts';
export { createCluster, ownerUrl } from './create-cluster.ts';
export { findProcess, hasEndedWithin, isRunning, type ProcessIdentity } from './processes.ts';
export { type RunningCluster, runCluster } from './run-cluster.ts';
export { durableSettings, throwAwaySettings } from './settings.ts';
export { StartProblem } from './start-problem.ts';
