import { writeFileSync } from 'node:fs';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { AppConfig, MasterKey } from '@seloste/platform';
import { AppModule } from './app.module.js';
import { configureApp } from './configure-app.js';
import { openApiOf } from './openapi.js';

/** Writes openapi.json from the build, without a database: modules are wired in preview and nothing is started. */
const config = Object.assign(new AppConfig(), {
  publicUrl: 'http://127.0.0.1:3000',
  databaseUrl: 'postgres://x@127.0.0.1/x',
  process: 'api',
});
const app = await NestFactory.create<NestExpressApplication>(
  AppModule.with(config, new MasterKey(Buffer.alloc(32))),
  {
    preview: true,
    logger: ['error'],
    abortOnError: false,
  },
);
configureApp(app, config);
writeFileSync(process.argv[2] ?? 'openapi.json', `${JSON.stringify(openApiOf(app), null, 2)}\n`);
process.exit(0);
