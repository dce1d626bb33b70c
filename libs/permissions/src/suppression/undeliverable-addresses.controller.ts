import { Controller, Delete, HttpCode, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { RequestContext } from '@seloste/kernel';
import { Ctx, IdPipe, Requires } from '@seloste/platform';
import { UndeliverableAddresses } from './undeliverable-addresses.js';

/** Addresses that mail servers said are no good. */
@ApiTags('permissions')
@Controller()
export class UndeliverableAddressesController {
  constructor(private readonly addresses: UndeliverableAddresses) {}

  /** Tries the person's addresses again, though a mail server said that they are no good. Nothing else ends that. */
  @Delete('contacts/:id/undeliverable-addresses')
  @HttpCode(204)
  @Requires('contacts.update')
  tryAgain(@Ctx() context: RequestContext, @Param('id', IdPipe) id: string): Promise<void> {
    return this.addresses.tryAgain(context, id);
  }
}
