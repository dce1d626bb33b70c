import type { OpenAPIObject } from '@nestjs/swagger';

/** One operation of the API: `GET /contacts/{id}`. */
export interface Route {
  name: string;
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  path: string;
}

/** Every operation of OpenAPI, paths without the prefix. */
export const routesOf = ({ paths }: OpenAPIObject): Route[] =>
  Object.entries(paths).flatMap(([fullPath, operations]) => {
    const path = fullPath.replace('/api/v1', '');
    return (['get', 'post', 'put', 'patch', 'delete'] as const)
      .filter((method) => operations[method])
      .map((method) => ({ name: `${method.toUpperCase()} ${path}`, method, path }));
  });
