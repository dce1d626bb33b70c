import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import type { RequestContext } from '@seloste/kernel';
import { Ctx, Public } from '@seloste/platform';
import type { Request } from 'express';
import { PasswordResetCompletion } from './complete-password-reset.js';
import { CompletePasswordReset, CreatePasswordReset } from './password-reset.dto.js';
import { PasswordResetRequests } from './request-password-reset.js';

@Controller()
@Public()
export class PasswordResetController {
  constructor(
    private readonly requests: PasswordResetRequests,
    private readonly completion: PasswordResetCompletion,
  ) {}

  /** Mails the account's owner a link that works once, for an hour. The answer is the same whether there is an account or not. */
  @Post('password-resets')
  @HttpCode(202)
  request(
    @Ctx() context: RequestContext,
    @Body() { email }: CreatePasswordReset,
    @Req() request: Request,
  ): Promise<void> {
    return this.requests.run(context, email, request.ip ?? '');
  }

  /** Sets the new password by the token of the link; every session of the account ends. 404 `link_is_over`. */
  @Post('password-reset-completions')
  @HttpCode(204)
  complete(@Ctx() context: RequestContext, @Body() completion: CompletePasswordReset): Promise<void> {
    return this.completion.run(context, completion);
  }
}
