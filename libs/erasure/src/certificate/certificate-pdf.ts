import type { Language } from '@seloste/kernel';
import { registerFonts } from '@seloste/platform';
import PDFDocument from 'pdfkit';
import { tableWords } from '../plan/table-words.js';
import type { Certificate } from './certificate.js';
import { certificateTexts, type CertificateTexts } from './certificate-texts.js';
import type { CertificateProof } from './proof.js';

/** What goes on paper. */
export interface CertificatePaper {
  certificate: Certificate;
  hash: string;
  proof: CertificateProof | null;
  controller: { name: string; businessId: string | null; timeZone: string };
  language: Language;
}

const margin = 56;
const width = 595.28 - 2 * margin;
const ink = '#1f2328';
const pale = '#656d76';
const line = '#d0d7de';

/** A document to be filed: A4, in the reader's language, its fonts within. @returns the bytes of a PDF */
export function certificatePdf(paper: CertificatePaper): Promise<Buffer> {
  const texts = certificateTexts[paper.language];
  const doc = new PDFDocument({
    size: 'A4',
    margins: { top: margin, bottom: margin + 12, left: margin, right: margin },
    bufferPages: true,
    lang: paper.language,
    pdfVersion: '1.7',
    displayTitle: true,
    info: {
      Title: texts.title,
      Author: paper.controller.name,
      CreationDate: new Date(paper.certificate.completedAt),
    },
  });
  registerFonts(doc);
  const bytes = collect(doc);
  head(doc, paper, texts);
  counts(doc, paper, texts);
  mentions(doc, paper, texts);
  holds(doc, paper, texts);
  scan(doc, paper, texts);
  proof(doc, paper, texts);
  feet(doc, paper, texts);
  doc.end();
  return bytes;
}

type Doc = PDFKit.PDFDocument;

function collect(doc: Doc): Promise<Buffer> {
  const chunks: Buffer[] = [];
  return new Promise((done, failed) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => done(Buffer.concat(chunks)));
    doc.on('error', failed);
  });
}

function head(
  doc: Doc,
  { certificate, controller, language }: CertificatePaper,
  texts: CertificateTexts,
): void {
  const time = (at: string | null) => (at === null ? '–' : timeIn(at, language, controller.timeZone));
  doc.font('strong').fontSize(19).fillColor(ink).text(texts.title, { width });
  doc.moveDown(0.5).font('text').fontSize(10).fillColor(pale).text(texts.intro, { width });
  doc.moveDown(1.2);
  const { name, businessId } = controller;
  row(doc, texts.controller, businessId === null ? name : `${name} (${businessId})`);
  row(doc, texts.number, certificate.erasureId);
  row(doc, texts.ground, texts.grounds[certificate.ground]);
  if (certificate.manner !== null) row(doc, texts.manner, texts.manners[certificate.manner]);
  row(doc, texts.requested, time(certificate.requestedAt));
  row(doc, texts.executed, time(certificate.executedAt));
  row(doc, texts.completed, time(certificate.completedAt));
}

function counts(doc: Doc, { certificate, language }: CertificatePaper, texts: CertificateTexts): void {
  heading(doc, texts.what);
  columns(doc, [texts.where, texts.action, texts.count], true);
  for (const [table, actions] of Object.entries(certificate.counts))
    for (const [action, count] of Object.entries(actions))
      columns(
        doc,
        [tableWords[table]?.[language] ?? table, texts.actions[action] ?? action, String(count)],
        false,
      );
}

function mentions(doc: Doc, { certificate }: CertificatePaper, texts: CertificateTexts): void {
  heading(doc, texts.mentions);
  row(doc, texts.mentionsReplaced, String(certificate.mentions.replaced));
  row(doc, texts.decidedToReplace, String(certificate.mentions.decidedToReplace));
  row(doc, texts.decidedToKeep, String(certificate.mentions.decidedToKeep));
}

function holds(
  doc: Doc,
  { certificate, language, controller }: CertificatePaper,
  texts: CertificateTexts,
): void {
  if (certificate.holds.length === 0) return;
  heading(doc, texts.holds);
  for (const { ground, until, releasedAt } of certificate.holds) {
    const end = releasedAt ?? until;
    const words =
      end === null ? texts.heldUntilReleased : texts.heldUntil(dayIn(end, language, controller.timeZone));
    row(doc, texts.holdGrounds[ground] ?? ground, words);
  }
}

function scan(
  doc: Doc,
  { certificate, language, controller }: CertificatePaper,
  texts: CertificateTexts,
): void {
  const { tables, columns, files, scannedAt, interactions } = certificate.scan;
  heading(doc, texts.scan);
  const at = timeIn(scannedAt, language, controller.timeZone);
  const sentences = [
    texts.scanned({ tables, columns, files, at }),
    ...(interactions === 'by_index' ? [texts.byIndex] : []),
    texts.nothingFound,
  ];
  doc.font('text').fontSize(10).fillColor(ink).text(sentences.join(' '), margin, doc.y, { width });
}

function proof(doc: Doc, { hash, proof: found }: CertificatePaper, texts: CertificateTexts): void {
  heading(doc, texts.proof);
  row(doc, texts.hash, hash);
  if (found) {
    row(doc, texts.event, found.eventId);
    row(doc, texts.link, found.seq === null ? texts.notYet : String(found.seq));
    if (found.chainHash !== null) row(doc, texts.chainHash, found.chainHash);
    if (!found.isIntact)
      doc.moveDown(0.4).font('strong').fillColor('#b42318').text(texts.altered, margin, doc.y, { width });
  }
  doc.moveDown(1).font('text').fontSize(10).fillColor(pale).text(texts.noNames, margin, doc.y, { width });
}

function heading(doc: Doc, text: string): void {
  roomFor(doc, 80);
  doc.moveDown(1.4).font('strong').fontSize(12).fillColor(ink).text(text, margin, doc.y, { width });
  doc.moveDown(0.4);
}

/** What it is, and its value beside it. */
function row(doc: Doc, name: string, value: string): void {
  const [left, gap] = [width * 0.36, 12];
  doc.font('text').fontSize(10);
  const height = Math.max(
    doc.heightOfString(name, { width: left }),
    doc.heightOfString(value, { width: width - left - gap }),
  );
  roomFor(doc, height + 6);
  const y = doc.y;
  doc.fillColor(pale).text(name, margin, y, { width: left });
  doc.fillColor(ink).text(value, margin + left + gap, y, { width: width - left - gap });
  doc.y = y + height + 5;
}

/** A line of the table, ruled below. */
function columns(doc: Doc, [where, action, count]: [string, string, string], isHead: boolean): void {
  const widths = [width * 0.5, width * 0.38, width * 0.12];
  doc
    .font(isHead ? 'strong' : 'text')
    .fontSize(9.5)
    .fillColor(isHead ? pale : ink);
  const cells = [where, action, count];
  const height = Math.max(
    ...cells.map((cell, i) => doc.heightOfString(cell, { width: (widths[i] ?? 0) - 8 })),
  );
  roomFor(doc, height + 8);
  const y = doc.y;
  let x = margin;
  cells.forEach((cell, i) => {
    const isLast = i === cells.length - 1;
    doc.text(cell, x, y, { width: (widths[i] ?? 0) - (isLast ? 0 : 8), align: isLast ? 'right' : 'left' });
    x += widths[i] ?? 0;
  });
  doc.y = y + height + 4;
  doc
    .moveTo(margin, doc.y)
    .lineTo(margin + width, doc.y)
    .lineWidth(0.5)
    .strokeColor(line)
    .stroke();
  doc.y += 4;
}

function roomFor(doc: Doc, height: number): void {
  if (doc.y + height > doc.page.height - doc.page.margins.bottom) doc.addPage();
}

function feet(doc: Doc, { controller }: CertificatePaper, texts: CertificateTexts): void {
  const { count } = doc.bufferedPageRange();
  for (let page = 0; page < count; page++) {
    doc.switchToPage(page);
    // The foot stands below the text's own margin, where writing would begin another page.
    doc.page.margins.bottom = 0;
    const y = doc.page.height - margin + 8;
    doc.font('text').fontSize(8.5).fillColor(pale);
    doc.text(controller.name, margin, y, { width: width / 2, lineBreak: false });
    doc.text(texts.page(page + 1, count), margin + width / 2, y, {
      width: width / 2,
      align: 'right',
      lineBreak: false,
    });
  }
}

const timeIn = (at: string, language: Language, timeZone: string): string =>
  new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeStyle: 'short', timeZone }).format(
    new Date(at),
  );

/** @param at an instant, or a day of the calendar (`YYYY-MM-DD`), which is the same in every zone */
export function dayIn(at: string, language: Language, timeZone: string): string {
  const zone = at.length === 'YYYY-MM-DD'.length ? 'UTC' : timeZone;
  return new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone: zone }).format(
    new Date(at),
  );
}

const locales: Record<Language, string> = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' };
