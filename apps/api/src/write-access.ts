import { readFileSync, writeFileSync } from 'node:fs';
import type { OpenAPIObject } from '@nestjs/swagger';
import { accessDocument } from './access-document.js';

/** Writes docs/access.md (first argument) from openapi.json (second argument). */
const [target = 'docs/access.md', source = 'openapi.json'] = process.argv.slice(2);
writeFileSync(target, accessDocument(JSON.parse(readFileSync(source, 'utf8')) as OpenAPIObject));
