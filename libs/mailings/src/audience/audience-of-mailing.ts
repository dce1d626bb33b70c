import { Inject, Injectable } from '@nestjs/common';
import { Calendar } from '@seloste/identity';
import { NotFound, type Clock, type Language, type Purpose } from '@seloste/kernel';
import { CLOCK, type Reader } from '@seloste/platform';
import { Templates, type CurrentVersion } from '@seloste/templates';
import type { Mailing } from '../mailing.entity.js';
import { readSegment } from '../segments/segments.service.js';
import type { SegmentResponse } from '../segments/segments.dto.js';
import type { LiveAudience } from './live-audience.js';

/** What a mailing that was not sent off yet is made of, as of now. */
export type DraftMailing = Pick<
  Mailing,
  'id' | 'purpose' | 'areas' | 'roleReason' | 'templateId' | 'segmentId'
>;

export interface DraftAudience {
  audience: LiveAudience;
  segment: SegmentResponse;
  version: CurrentVersion;
}

/** Puts together who a draft would go to. */
@Injectable()
export class AudienceOfMailing {
  constructor(
    private readonly templates: Templates,
    private readonly calendar: Calendar,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws NotFound when the template or the segment is gone */
  async of(reader: Reader, mailing: DraftMailing): Promise<DraftAudience> {
    if (mailing.segmentId === null) throw new NotFound('segment');
    const segment = await readSegment(reader, mailing.segmentId);
    const version = await this.templates.currentVersion(reader, mailing.templateId);
    const question = await this.question(
      reader,
      { ...mailing, profilingPurpose: segment.profilingPurpose },
      version.languages,
    );
    const timeZone = await this.calendar.timeZone();
    const audience = { mailingId: mailing.id, filters: segment.filters, timeZone, question };
    return { audience, segment, version };
  }

  /** What is asked about everybody, as of now. */
  async question(
    reader: Reader,
    about: {
      purpose: Purpose;
      areas: string[] | null;
      roleReason: string | null;
      profilingPurpose: Purpose | null;
    },
    languages: readonly Language[],
  ): Promise<LiveAudience['question']> {
    const [own] = await reader.read<{ language: Language }>('SELECT language FROM controllers');
    const { purpose, areas, roleReason, profilingPurpose } = about;
    return {
      purpose,
      areas,
      roleReason,
      profilingPurpose,
      languages,
      ownLanguage: own?.language ?? 'fi',
      at: this.clock.now(),
    };
  }
}
