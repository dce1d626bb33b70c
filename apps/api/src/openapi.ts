import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { Problem } from '@seloste/platform';
import { openApiReader } from './openapi-reader.js';

/** The API's description, generated from the controllers and DTOs of the build. */
export function openApiOf(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('Seloste')
    .setDescription("The CRM that keeps its privacy policy's promises.")
    .setVersion('1')
    .addCookieAuth('seloste_session')
    .addBearerAuth({ type: 'http', description: 'An API token' })
    .addGlobalResponse({ status: 'default', description: 'A problem document (RFC 9457).', type: Problem })
    .build();
  const document = SwaggerModule.createDocument(app, config, {
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}`,
    extraModels: [Problem],
  });
  sortEnums(document);
  return document;
}

/** The compiler hands over the members of a union in an order that changes from build to build. */
function sortEnums(part: unknown): void {
  if (typeof part !== 'object' || part === null) return;
  for (const [key, value] of Object.entries(part)) {
    if (key === 'enum' && Array.isArray(value))
      Object.assign(part, { enum: (value as unknown[]).toSorted() });
    else sortEnums(value);
  }
}

/** `/api/v1/openapi.json`, and a reader at `/api/docs`. Built at the first request, so that the start does not wait. */
export function serveOpenApi(app: INestApplication): void {
  let document: OpenAPIObject | undefined;
  app.use('/api/docs', openApiReader());
  SwaggerModule.setup('api/docs', app, () => (document ??= openApiOf(app)), {
    ui: false,
    jsonDocumentUrl: 'api/v1/openapi.json',
    yamlDocumentUrl: 'api/v1/openapi.yaml',
  });
}
