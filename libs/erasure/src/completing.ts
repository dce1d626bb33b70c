import { Certificates } from './certificate/certificates.js';
import { CertificatePapers } from './certificate/certificate-papers.js';
import { CertificatesController } from './certificate/certificates.controller.js';
import { Completion } from './certificate/completion.js';
import { ImportedFiles } from './mentions-review/imported-files.js';
import { ListedTexts } from './mentions-review/listed-texts.js';
import { MentionDecisions } from './mentions-review/mention-decisions.js';
import { MentionPreviews } from './mentions-review/mention-previews.js';
import { MentionReview } from './mentions-review/mention-review.js';
import { MentionSearch } from './mentions-review/mention-search.js';
import { MentionsController } from './mentions-review/mentions.controller.js';
import { Mentions } from './mentions-review/read-mentions.js';
import { SealedTexts } from './mentions-review/sealed-texts.js';
import { SoughtPeople } from './mentions-review/sought-people.js';
import { SoughtPersonRecord } from './mentions-review/sought-person.entity.js';
import { Scan } from './scan/scan.js';

/** What makes an erasure complete, as parts of the module: what others wrote, the look everywhere, the certificate. */
export const completing = {
  entities: [SoughtPersonRecord],
  controllers: [MentionsController, CertificatesController],
  providers: [
    ...[MentionSearch, MentionReview, MentionPreviews, SealedTexts, ImportedFiles, SoughtPeople],
    ...[ListedTexts, Mentions, MentionDecisions],
    ...[Scan, Certificates, CertificatePapers, Completion],
  ],
};
