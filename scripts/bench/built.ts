import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './processes.ts';

/** The parts of the built product that the bench borrows. */
export interface Built {
  appUrl(ownerUrl: string, masterKey: unknown): string;
  appDataSourceOptions(url: string): { poolSize: number; extra: { options: string } };
  loadMasterKey(file: string): { derive(use: string): string };
}

export interface Names {
  finnishMen: string[];
  finnishWomen: string[];
  finnishSurnames: string[];
  swedishMen: string[];
  swedishWomen: string[];
  swedishSurnames: string[];
}

const load = async (file: string): Promise<unknown> => import(pathToFileURL(join(root, 'dist', file)).href);

export const loadPlatform = async (): Promise<Built> => (await load('libs/platform/src/index.js')) as Built;

/** Names and talk of the demo, of which the bench makes more. */
export async function loadNames(): Promise<Names & { towns: string[] }> {
  const people = (await load('scripts/demo/names/people.js')) as Names;
  const { places } = (await load('scripts/demo/names/places.js')) as { places: { name: string }[] };
  return { ...people, towns: places.map(({ name }) => name) };
}

/** Some hundreds of texts that read like sales work. */
export async function loadTalk(): Promise<{ subjects: string[]; bodies: string[] }> {
  const { phrasebooks } = (await load('scripts/demo/fill.js')) as {
    phrasebooks: Record<string, { steps: Record<string, [subject: string, body: string][]> }>;
  };
  const texts = Object.values(phrasebooks).flatMap(({ steps }) => Object.values(steps).flat());
  const plain = (text: string): string => text.replace(/\{\w+\}/g, 'sopimus');
  return {
    subjects: texts.map(([subject]) => plain(subject)).filter((subject) => subject !== ''),
    bodies: texts.map(([, body]) => plain(body)),
  };
}
