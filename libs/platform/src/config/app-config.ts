import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { isEmail } from '@seloste/kernel';

/** Which parts one process runs. */
export type ProcessRole = 'all' | 'api' | 'worker';

/** Who mail comes from; without a name, it goes by the company's. */
export interface MailSender {
  name: string | null;
  address: string;
}

/** The whole configuration of a process. Everything is read from the environment once, at start, by {@link loadConfig}. */
export class AppConfig {
  readonly port!: number;
  readonly host!: string;
  /** Origin under which browsers reach the product, without a trailing slash. */
  readonly publicUrl!: string;
  /** Absolute path; holds the embedded database, the master key and later the files. */
  readonly dataDir!: string;
  /** The owner's connection; the app's limited role is derived from it. */
  readonly databaseUrl!: string;
  readonly smtpUrl!: string | null;
  /** Never null where there is a mail server. */
  readonly mailFrom!: MailSender | null;
  readonly masterKeyFile!: string;
  /** Set by the operator; otherwise derived from the master key and printed at the first start. */
  readonly setupToken!: string | null;
  readonly process!: ProcessRole;
  /** Addresses and networks whose word on where a request comes from (X-Forwarded-For) is taken. */
  readonly trustedProxies!: string[];
}

/** A setting that cannot be used. The message says which, and how to mend it; the start stops there. */
export class BadConfiguration extends Error {}

const pick = (env: NodeJS.ProcessEnv, name: string): string | null => env[name]?.trim() || null;

function port(env: NodeJS.ProcessEnv): number {
  const value = pick(env, 'PORT') ?? '3000';
  const number = Number(value);
  if (!/^\d+$/.test(value) || number > 65_535)
    throw new BadConfiguration('PORT must be a whole number from 0 to 65535, for example PORT=3000.');
  return number;
}

function url(env: NodeJS.ProcessEnv, name: string, protocols: string[], example: string): string | null {
  const value = pick(env, name);
  if (value === null) return null;
  if (!URL.canParse(value) || !protocols.includes(new URL(value).protocol))
    throw new BadConfiguration(`${name} is not a URL of the right form; write it like ${example}.`);
  return value;
}

function processRole(env: NodeJS.ProcessEnv): ProcessRole {
  const value = pick(env, 'SELOSTE_PROCESS') ?? 'all';
  if (value !== 'all' && value !== 'api' && value !== 'worker')
    throw new BadConfiguration('SELOSTE_PROCESS must be all, api or worker.');
  return value;
}

function host(env: NodeJS.ProcessEnv): string {
  const value = pick(env, 'SELOSTE_HOST') ?? '127.0.0.1';
  if (!isIP(value) && !/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(value))
    throw new BadConfiguration(
      'SELOSTE_HOST must be an address or a host name, for example 127.0.0.1 or 0.0.0.0.',
    );
  return value;
}

function trustedProxies(env: NodeJS.ProcessEnv): string[] {
  const names = (pick(env, 'SELOSTE_TRUSTED_PROXIES') ?? 'loopback').split(/[\s,]+/);
  if (!names.every(isNetwork))
    throw new BadConfiguration(
      'SELOSTE_TRUSTED_PROXIES must list addresses or networks, for example 10.0.0.5, 172.18.0.0/16.',
    );
  return names;
}

function isNetwork(name: string): boolean {
  const [address = '', bits, ...rest] = name.split('/');
  if (name === 'loopback') return true;
  const most = isIP(address) === 4 ? 32 : 128;
  return isIP(address) > 0 && rest.length === 0 && (bits === undefined || isWithin(bits, 1, most));
}

const isWithin = (text: string, least: number, most: number): boolean =>
  /^\d{1,3}$/.test(text) && Number(text) >= least && Number(text) <= most;

function setupToken(env: NodeJS.ProcessEnv): string | null {
  const value = pick(env, 'SELOSTE_SETUP_TOKEN');
  if (value !== null && value.length < 16)
    throw new BadConfiguration('SELOSTE_SETUP_TOKEN must be at least 16 characters long.');
  return value;
}

/** SELOSTE_MAIL_FROM, or the account of SMTP_URL where that is an address. */
function mailFrom(env: NodeJS.ProcessEnv, smtpUrl: string | null): MailSender | null {
  const value = pick(env, 'SELOSTE_MAIL_FROM') ?? (smtpUrl && decodeURIComponent(new URL(smtpUrl).username));
  if (!value && smtpUrl === null) return null;
  const [, name = '', address = value] = /^([^<>]*)<([^<>]+)>$/.exec(value ?? '') ?? [];
  if (!isEmail(address))
    throw new BadConfiguration(
      'SELOSTE_MAIL_FROM must be the address that mail comes from, for example Havukka Oy <crm@havukka.example>.',
    );
  return { name: name.trim().replace(/^"(.*)"$/, '$1') || null, address: address.trim() };
}

/**
 * Reads and checks the environment (design §1).
 * @throws BadConfiguration with one sentence on the first setting that cannot be used.
 */
export function loadConfig(env: NodeJS.ProcessEnv): AppConfig {
  const dataDir = resolve(pick(env, 'SELOSTE_DATA_DIR') ?? './data');
  const databaseUrl = url(
    env,
    'DATABASE_URL',
    ['postgres:', 'postgresql:'],
    'postgres://user:password@host:5432/seloste',
  );
  if (databaseUrl === null)
    throw new BadConfiguration(
      'DATABASE_URL is missing: start with "npm start", which brings its own PostgreSQL.',
    );
  const listening = { port: port(env), host: host(env) };
  const smtpUrl = url(env, 'SMTP_URL', ['smtp:', 'smtps:'], 'smtps://user:password@mail.example.fi');
  const publicUrl = url(env, 'SELOSTE_PUBLIC_URL', ['http:', 'https:'], 'https://crm.example.fi');
  return Object.assign(new AppConfig(), {
    ...listening,
    publicUrl: (publicUrl ?? `http://${listening.host}:${listening.port}`).replace(/\/+$/, ''),
    dataDir,
    databaseUrl,
    smtpUrl,
    mailFrom: mailFrom(env, smtpUrl),
    masterKeyFile: resolve(pick(env, 'SELOSTE_MASTER_KEY_FILE') ?? `${dataDir}/master.key`),
    setupToken: setupToken(env),
    process: processRole(env),
    trustedProxies: trustedProxies(env),
  });
}
