import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { AppConfig, appUrl, MasterKey } from '@seloste/platform';
import { Client } from 'pg';
import { LiveSessions } from './live-sessions.js';

const retryAfter = 500;

/**
 * Hears from PostgreSQL, on a connection of its own, whose access changed: triggers on every table that decides on access
 * (users, sessions, grants, teams, undertakings, second factors, security settings) tell it at commit, whichever process
 * made the change. While the connection is lost, {@link LiveSessions} remembers nothing.
 */
@Injectable()
export class AccessChanges implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(AccessChanges.name);
  private readonly stopping = new AbortController();
  private client: Client | null = null;
  private listening: Promise<void> = Promise.resolve();

  constructor(
    private readonly config: AppConfig,
    private readonly masterKey: MasterKey,
    private readonly sessions: LiveSessions,
  ) {}

  onApplicationBootstrap(): void {
    if (this.config.process !== 'worker') this.listening = this.listenForEver();
  }

  async onModuleDestroy(): Promise<void> {
    this.stopping.abort();
    await this.client?.end().catch(() => undefined);
    await this.listening;
  }

  private async listenForEver(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      await this.listenOnce();
      this.sessions.stopRemembering();
      await pause(retryAfter, undefined, { signal, ref: false }).catch(() => undefined);
    }
  }

  /** Returns when the connection is lost or could not be made. */
  private async listenOnce(): Promise<void> {
    const client = new Client({
      connectionString: appUrl(this.config.databaseUrl, this.masterKey),
      application_name: 'seloste-access',
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
    });
    this.client = client;
    const lost = new Promise<void>((resolve) =>
      client.once('error', () => resolve()).once('end', () => resolve()),
    );
    client.on('error', () => undefined);
    client.on('notification', ({ payload }) => payload && this.sessions.forget(payload));
    try {
      await client.connect();
      await client.query('LISTEN access_changed');
      this.sessions.beginToRemember();
      await lost;
    } catch (error) {
      this.logger.warn(
        `Cannot listen for changes of access: ${(error as { code?: string }).code ?? 'no answer'}`,
      );
    } finally {
      client.end().catch(() => undefined);
    }
  }
}
