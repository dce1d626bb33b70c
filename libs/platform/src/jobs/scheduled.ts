import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { SchedulerRegistry } from '@nestjs/schedule';
import { CronJob } from 'cron';
import { AppConfig } from '../config/app-config.js';
import { Jobs } from './jobs.js';

/** When a piece of work is done. */
export interface Schedule {
  /** Of the queue that takes its jobs. */
  queue: string;
  /** Six fields, seconds first, in the time of the machine. */
  cron: string;
  /** How far apart two of its jobs are at least, in seconds, however many processes tick; shorter than between two ticks. */
  apart?: number;
}

const scheduleKey = Symbol('schedule');

/**
 * Has a method without parameters run by the clock, once for all processes: each tick of each working process sends a
 * job, of which the queue takes one. It may run twice all the same when a process dies: it must be able to.
 */
export function Scheduled(schedule: Schedule): MethodDecorator {
  return (_prototype, _name, method) => Reflect.defineMetadata(scheduleKey, schedule, method.value as object);
}

/** Finds the {@link Scheduled} methods of all modules, and ticks for them. */
@Injectable()
export class ScheduledJobs implements OnApplicationBootstrap {
  private readonly schedules = new Map<string, Schedule>();

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly registry: SchedulerRegistry,
    private readonly jobs: Jobs,
    private readonly config: AppConfig,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    for (const { schedule, run } of this.found()) {
      const { queue, cron } = schedule;
      if (this.schedules.has(queue)) throw new Error(`two methods are scheduled as ${queue}`);
      this.schedules.set(queue, schedule);
      await this.jobs.handle(queue, run);
      const onTick = () => void this.tick(queue).catch(() => undefined); // the queue logs it, and the next tick sends anew
      if (this.works) this.registry.addCronJob(queue, CronJob.from({ cronTime: cron, onTick, start: true }));
    }
  }

  /** What happens when the time of a queue comes: in a working process, a job is sent. */
  async tick(queue: string): Promise<void> {
    const schedule = this.schedules.get(queue);
    if (!schedule) throw new Error(`nothing is scheduled as ${queue}`);
    if (!this.works) return;
    const { apart } = schedule;
    await this.jobs.send(queue, {}, { singletonKey: queue, ...(apart && { singletonSeconds: apart }) });
  }

  private get works(): boolean {
    return this.config.process !== 'api';
  }

  private *found(): Generator<{ schedule: Schedule; run: () => Promise<void> }> {
    for (const { instance, metatype } of this.discovery.getProviders()) {
      if (typeof metatype !== 'function' || !(instance instanceof Object)) continue;
      const methods = instance as Record<string, () => Promise<void>>;
      for (const name of this.scanner.getAllMethodNames(Object.getPrototypeOf(instance) as object)) {
        const schedule = scheduleOf(methods[name]);
        if (schedule) yield { schedule, run: () => Promise.resolve(methods[name]?.()) };
      }
    }
  }
}

const scheduleOf = (method: unknown): Schedule | undefined =>
  typeof method === 'function'
    ? (Reflect.getMetadata(scheduleKey, method) as Schedule | undefined)
    : undefined;
