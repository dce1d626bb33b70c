import type { Resolver } from 'node:dns/promises';
import { domainToASCII } from 'node:url';
import { Inject, Injectable } from '@nestjs/common';
import type { Clock, Language } from '@seloste/kernel';
import { AppConfig, CLOCK } from '@seloste/platform';
import { advice } from './advice.js';
import { dkimRecordOf, DkimSigning } from './dkim-signing.js';
import {
  dkimOff,
  dmarcNamesOf,
  judgeDkim,
  judgeDmarc,
  judgeSpf,
  noSender,
  type Finding,
  type Texts,
} from './findings.js';
import type { FindingResponse, SenderDomainResponse } from './sender-domain.dto.js';

/** Injection token of the DNS resolver that looks mail domains up. */
export const MAIL_DNS = Symbol('mail DNS');

/** The name is there or not, but has no such record. */
const nothingThere = ['ENOTFOUND', 'ENODATA'];

/** Will receivers believe that our mail is ours? (Gmail and Yahoo ask for SPF, DKIM and DMARC of whoever sends much.) */
@Injectable()
export class SenderDomain {
  constructor(
    private readonly config: AppConfig,
    private readonly signing: DkimSigning,
    @Inject(MAIL_DNS) private readonly resolver: Pick<Resolver, 'resolveTxt'>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Asks the name servers now, some seconds at most. Never fails: what is not known is said to be unknown. */
  async check(language: Language): Promise<SenderDomainResponse> {
    const worded = (finding: Finding): FindingResponse => ({
      ...finding,
      advice: advice[language][finding.code],
    });
    const key = await this.signing.published();
    const signing = key && {
      domainName: key.domainName,
      keySelector: key.keySelector,
      record: dkimRecordOf(key),
    };
    const domain = domainToASCII(this.config.mailFrom?.address.split('@').at(-1) ?? '').toLowerCase() || null;
    const checkedAt = this.clock.now();
    if (domain === null) {
      const off = worded(noSender);
      return { domain, isReady: false, spf: off, dkim: off, dmarc: off, signing, checkedAt };
    }
    const [spf, dkim, dmarc] = await Promise.all([
      this.textsOf(domain).then((texts) => judgeSpf(texts, domain, this.server)),
      key === null
        ? dkimOff
        : this.textsOf(dkimRecordOf(key).name).then((texts) => judgeDkim(texts, key, domain)),
      this.dmarcOf(domain).then((texts) => judgeDmarc(texts, domain)),
    ]);
    const isReady = [spf, dmarc].every(isFine) && (isFine(dkim) || dkim.status === 'off');
    return {
      domain,
      isReady,
      spf: worded(spf),
      dkim: worded(dkim),
      dmarc: worded(dmarc),
      signing,
      checkedAt,
    };
  }

  private get server(): string | null {
    return this.config.smtpUrl === null ? null : new URL(this.config.smtpUrl).hostname;
  }

  /** Of the nearest domain that says something. */
  private async dmarcOf(domain: string): Promise<Texts> {
    for (const name of dmarcNamesOf(domain)) {
      const texts = await this.textsOf(name);
      if (texts === null || texts.some((text) => /^v=DMARC1/i.test(text))) return texts;
    }
    return [];
  }

  private async textsOf(name: string): Promise<Texts> {
    try {
      return (await this.resolver.resolveTxt(name)).map((pieces) => pieces.join(''));
    } catch (error) {
      return nothingThere.includes((error as NodeJS.ErrnoException).code ?? '') ? [] : null;
    }
  }
}

const isFine = ({ status }: Finding): boolean => status === 'ok' || status === 'weak';
