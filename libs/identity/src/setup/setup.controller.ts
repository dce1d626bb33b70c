import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { RequestContext } from '@seloste/kernel';
import { Ctx, Public } from '@seloste/platform';
import type { Request, Response } from 'express';
import { ControllerService } from '../controller/controller.service.js';
import { LoginLimits } from '../sessions/login-limits.js';
import { SessionCookies } from '../sessions/session-cookies.js';
import { defaultUndertaking } from '../undertaking/default-text.js';
import { AccountService } from '../users/account.service.js';
import { CreateSetup, SetupResponse, SetupState } from './setup.dto.js';
import { SetupService } from './setup.service.js';

@Controller('setup')
@Public()
export class SetupController {
  constructor(
    private readonly setup: SetupService,
    private readonly controllers: ControllerService,
    private readonly account: AccountService,
    private readonly limits: LoginLimits,
    private readonly cookies: SessionCookies,
  ) {}

  /** Whether the first run is over. */
  @Get()
  async get(): Promise<SetupState> {
    const done = await this.setup.isDone();
    return { done, undertaking: done ? null : defaultUndertaking('{company}') };
  }

  /**
   * Names the company, makes its first administrator and signs them in. Setting up is also publishing the confidentiality
   * undertaking in its default wording and accepting it, in the company's language (C5): whoever sets up answers for the company.
   */
  @Post()
  async create(
    @Ctx() context: RequestContext,
    @Body() body: CreateSetup,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SetupResponse> {
    await this.limits.countAddress(request.ip ?? '');
    const begun = await this.setup.run(context, body, this.cookies.originOf(request));
    this.cookies.give(response, begun);
    return { controller: await this.controllers.get(), user: await this.account.get(begun.userId) };
  }
}
