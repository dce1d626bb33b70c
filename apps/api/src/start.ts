import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { setupNotice } from '@seloste/identity';
import { BadConfiguration, NestLog, type AppConfig, type MasterKey } from '@seloste/platform';
import { AppModule } from './app.module.js';
import { configureApp } from './configure-app.js';
import { serveWebUi } from './web-ui.js';

/** Serves until the process is told to stop. Prints what to open, and at the first start the setup token. */
export async function start(config: AppConfig, masterKey: MasterKey): Promise<void> {
  if (config.process === 'worker') {
    const worker = await NestFactory.createApplicationContext(AppModule.with(config, masterKey), {
      logger: new NestLog(),
    });
    worker.enableShutdownHooks();
    console.log('Seloste works in the background.');
    return;
  }
  const app = await NestFactory.create<NestExpressApplication>(AppModule.with(config, masterKey), {
    logger: new NestLog(),
    bodyParser: false,
  });
  configureApp(app, config);
  serveWebUi(app);
  app.enableShutdownHooks();
  await listen(app, config);
  const notice = await setupNotice(app);
  if (notice !== null) console.log(notice);
  console.log(`Seloste is open at ${config.publicUrl}`);
}

async function listen(app: NestExpressApplication, config: AppConfig): Promise<void> {
  try {
    await app.listen(config.port, config.host);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE')
      throw new BadConfiguration(
        `Port ${config.port} is in use: stop what uses it, or choose another, for example PORT=${config.port + 1}.`,
      );
    if (code === 'EACCES' || code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
      throw new BadConfiguration(
        `Cannot listen on ${config.host}:${config.port} (${code}): check SELOSTE_HOST and PORT.`,
      );
    throw error;
  }
}
