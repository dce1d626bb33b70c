import { Controller, Get, Param, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import { languages, type Language, type RequestContext } from '@seloste/kernel';
import { Ctx, IdPipe, OneOf, Requires } from '@seloste/platform';
import { IsOptional } from 'class-validator';
import type { Response } from 'express';
import { CertificatePapers } from './certificate-papers.js';

export class CertificateQuery {
  /** The reader's own when left out. */
  @IsOptional()
  @OneOf(languages)
  language?: Language;
}

/** What an erasure came to, on paper. */
@ApiTags('erasures')
@Controller('erasures')
export class CertificatesController {
  constructor(private readonly papers: CertificatePapers) {}

  /** 409 `not_certified` before the erasure is complete. */
  @Get(':id/certificate.pdf')
  @Requires('erasures.read')
  @ApiProduces('application/pdf')
  @ApiResponse({ status: 200, schema: { type: 'string', format: 'binary' } })
  async get(
    @Ctx() context: RequestContext,
    @Param('id', IdPipe) id: string,
    @Query() { language }: CertificateQuery,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    const pdf = await this.papers.make(context, id, language);
    response.setHeader('Cache-Control', 'private, no-store');
    return new StreamableFile(pdf, {
      type: 'application/pdf',
      disposition: `attachment; filename="erasure-${id}.pdf"`,
    });
  }
}
