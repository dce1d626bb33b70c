import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Database, Public } from '@seloste/platform';

/** For load balancers and process supervisors. */
@ApiExcludeController()
@Controller('health')
export class HealthController {
  constructor(private readonly database: Database) {}

  /** The process runs. */
  @Get('live')
  @Public()
  @Header('Cache-Control', 'no-store')
  live(): { status: string } {
    return { status: 'ok' };
  }

  /** The process can serve: the database answers. */
  @Get('ready')
  @Public()
  @Header('Cache-Control', 'no-store')
  async ready(): Promise<{ status: string }> {
    await this.database.read('SELECT 1 AS one');
    return { status: 'ok' };
  }
}
