import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const resolve = createRequire(import.meta.url).resolve;

/** The whole font: names of people are written in Latin with every accent, in Greek and in Cyrillic letters. */
const fontOf = (style: string): Buffer =>
  readFileSync(resolve(`@expo-google-fonts/inter/${style}/Inter_${style}.ttf`));

/** Gives a document its fonts `text` and `strong`, of which it keeps the letters that it uses. */
export function registerFonts(doc: PDFKit.PDFDocument): void {
  doc.registerFont('text', fontOf('400Regular')).registerFont('strong', fontOf('600SemiBold'));
}
