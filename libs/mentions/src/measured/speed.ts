import { MentionFinder } from '../mention-finder.js';
import { frames, namelessNotes } from './sentences.js';

const person = {
  firstNames: ['Åke'],
  lastNames: ['Hämäläinen'],
  emails: ['ake.hamalainen@firma.fi'],
  phones: ['+358407654321', '+35891234567'],
  handles: ['@akeham77'],
};

/** Millions of characters that a finder reads in a second. */
function speedOn(finder: MentionFinder, text: string, characters: number): number {
  finder.find(text);
  const times = Math.ceil(characters / text.length);
  const begin = performance.now();
  for (let i = 0; i < times; i++) finder.find(text);
  return (times * text.length) / 1000 / (performance.now() - begin);
}

/** In texts that do not name the person, in notes that do, and how many milliseconds it takes to get ready for one. */
export function speed(): { without: number; within: number; ready: number } {
  const finder = new MentionFinder(person);
  const notes = namelessNotes.join(' ');
  const begin = performance.now();
  for (let i = 0; i < 50; i++) new MentionFinder({ ...person, lastNames: [`Hämäläinen`, `Mäki`] });
  const ready = (performance.now() - begin) / 50;
  const about = `${frames[0]?.replace('*', 'Åke Hämäläinen')} ${notes.slice(0, 400)}`;
  return { without: speedOn(finder, notes, 2e7), within: speedOn(finder, about, 2e6), ready };
}
