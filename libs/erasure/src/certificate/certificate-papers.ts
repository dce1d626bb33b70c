import { Injectable } from '@nestjs/common';
import { Audit } from '@seloste/audit';
import { NotFound, type Language, type RequestContext } from '@seloste/kernel';
import { Database } from '@seloste/platform';
import { NotCertified } from '../erasures.errors.js';
import type { Certificate } from './certificate.js';
import { certificatePdf, type CertificatePaper } from './certificate-pdf.js';
import { proofOf } from './proof.js';

/** Puts certificates on paper; who took one is on record. */
@Injectable()
export class CertificatePapers {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /** @throws NotFound; NotCertified before the erasure is complete */
  async make(context: RequestContext, id: string, wanted?: Language): Promise<Buffer> {
    const [erasure] = await this.database.read<{ certificate: Certificate | null; hash: string | null }>(
      'SELECT certificate, certificate_hash AS hash FROM erasures WHERE id = $1',
      [id],
    );
    if (!erasure) throw new NotFound('erasure');
    const { certificate, hash } = erasure;
    if (certificate === null || hash === null) throw new NotCertified();
    const [controller] = await this.database.read<CertificatePaper['controller']>(
      'SELECT name, business_id AS "businessId", time_zone AS "timeZone" FROM controllers LIMIT 1',
    );
    if (!controller) throw new NotFound('controller');
    const proof = await proofOf(this.database, { id, certificate, certificateHash: hash });
    const own = context.actor.kind === 'user' ? (context.actor.language as Language) : 'en';
    await this.audit.recordRead(context, {
      action: 'erasure.fetch_certificate',
      subjectType: 'erasure',
      subjectId: id,
    });
    return certificatePdf({ certificate, hash, proof, controller, language: wanted ?? own });
  }
}
