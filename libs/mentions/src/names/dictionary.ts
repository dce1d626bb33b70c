import { dictionary } from '@zxcvbn-ts/language-fi';

const wordsOf = (text: string): string[] => text.trim().split(/\s+/);

/** Given names that the dictionary of Finland's names has not: Swedish, and of other countries. */
const others = wordsOf(`
  ahmed alf algot arvid barbro benita berndt birger bodil börje chen christel clas deepak dmitri egil elvira erland
  eskil fatima fjodor gerd ghita giulia gudrun gunvor günther gösta hanne harriet hjördis holger inga-britt ingegerd
  ingemar jens jörgen jürgen kerstin kjell kristoffer laurence lennart lisbet maj maj-britt marge mohammed natasha
  olof oleg piotr pontus priya rabbe rahel ravi retu roine rolf sixten siv sture svante sverker søren tage tatjana
  tomasz tor torbjörn tord torolf torsten torvald tove uffe ulla-britt valborg viking vladimir wei yngve örjan östen
`);

/** Given names in Finland, in lower case. */
export const givenNames = [...dictionary.maleFirstnames, ...dictionary.femaleFirstnames, ...others].filter(
  ({ length }) => length > 2,
);

/** Family names in Finland, in lower case, the commonest first. */
export const familyNames: readonly string[] = dictionary.lastnames;

const all = new Set([...givenNames, ...familyNames]);

/** Is a word in lower case somebody's name as it stands? */
export const isName = (word: string): boolean => all.has(word);
