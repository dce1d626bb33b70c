import { Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { languages, type Language } from '@seloste/kernel';
import { documentOf, form, html, publicPageHeaders, type ControllerShown } from '@seloste/pages';
import { AppConfig, Database, Limited, Public } from '@seloste/platform';
import type { Response } from 'express';
import { deliveryWords } from '../words/delivery-words.js';
import { Delivery } from './delivery.js';

/** Where a person fetches their package; opening the page fetches nothing (design rule 7). */
@ApiExcludeController()
@Public()
@Limited(60, 60)
@Controller('my-data/packages')
export class DeliveryController {
  constructor(
    private readonly delivery: Delivery,
    private readonly database: Database,
    private readonly config: AppConfig,
  ) {}

  @Get(':token')
  async show(
    @Param('token') token: string,
    @Query('lang') lang: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const found = await this.delivery.find(token);
    await this.page(response, { isThere: found !== null, lang, language: found?.language ?? null });
  }

  @Post(':token')
  @HttpCode(200)
  async fetch(
    @Param('token') token: string,
    @Query('lang') lang: unknown,
    @Res() response: Response,
  ): Promise<void> {
    response.set(publicPageHeaders);
    if (!(await this.delivery.send(token, response)))
      await this.page(response, { isThere: false, lang, language: null });
  }

  private async page(response: Response, { isThere, lang, language: own }: Shown): Promise<void> {
    const [row] = await this.database.read<ControllerShown & { language: Language }>(
      'SELECT name, business_id AS "businessId", postal_address AS "postalAddress", language FROM controllers',
    );
    const controller = {
      ...(row ?? { name: 'Seloste', businessId: null, postalAddress: null }),
      email: this.config.mailFrom?.address ?? null,
    };
    const language = languages.find((one) => one === lang) ?? own ?? row?.language ?? 'fi';
    const words = deliveryWords[language];
    const title = isThere ? words.title : words.gone;
    const main = isThere
      ? html`<h1>${title}</h1>
          <p>${words.explanation}</p>
          ${form({ language }, html`<button class="main">${words.fetch}</button>`)}`
      : html`<h1>${title}</h1>
          <p>${words.goneExplanation}</p>`;
    response
      .set(publicPageHeaders)
      .status(isThere ? 200 : 404)
      .type('html');
    response.send(documentOf({ phrases: { language }, controller, title, main }));
  }
}

interface Shown {
  isThere: boolean;
  lang: unknown;
  language: Language | null;
}
