/** Stands in for NestJS, of which a worker uses decorators alone: a process that is killed at once need not load it. */
const none = () => () => undefined;

export const [Global, Inject, Injectable, Interval, Module] = [none, none, none, none, none];

export class Logger {
  error(message) {
    console.error(message);
  }

  warn(message) {
    console.error(message);
  }
}
