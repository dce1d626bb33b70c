import { totalmem } from 'node:os';

const MIB = 1024 * 1024;

function megabytes(part: number, atLeast: number, atMost: number): string {
  return `${Math.round(Math.min(Math.max((totalmem() * part) / MIB, atLeast), atMost))}MB`;
}

/** Nothing personal in logs: errors, statements, parameters and details stay out; starts, stops and crashes remain. */
const QUIET = {
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
  log_checkpoints: 'off',
  log_autovacuum_min_duration: '-1',
};

const COMMON = {
  ...QUIET,
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  password_encryption: 'scram-sha-256',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  jit: 'off',
  random_page_cost: '1.1',
};

export type ServerSettings = Record<string, string>;

/** For real data: every commit is on disk before it is answered. Sized for two cores beside the application. */
export function durableSettings(): ServerSettings {
  return {
    ...COMMON,
    fsync: 'on',
    full_page_writes: 'on',
    synchronous_commit: 'on',
    max_connections: '60',
    shared_buffers: megabytes(1 / 8, 64, 512),
    effective_cache_size: megabytes(1 / 2, 256, 8192),
    work_mem: '16MB',
    maintenance_work_mem: megabytes(1 / 32, 64, 256),
    max_wal_size: '2GB',
    wal_compression: 'on',
  };
}

/** For tests: fast, and lost with the machine. */
export function throwAwaySettings(): ServerSettings {
  return {
    ...COMMON,
    fsync: 'off',
    full_page_writes: 'off',
    synchronous_commit: 'off',
    max_connections: '100',
    shared_buffers: '128MB',
    max_wal_size: '4GB',
    wal_level: 'minimal',
    max_wal_senders: '0',
  };
}
