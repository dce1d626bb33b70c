import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { RequestContext } from '@seloste/kernel';
import { Ctx, Requires } from '@seloste/platform';
import { SearchQuery, SearchResult } from './search.dto.js';
import { SearchService } from './search.service.js';

@ApiTags('search')
@Controller('search')
export class SearchController {
  constructor(private readonly search: SearchService) {}

  /** Type-ahead over people, companies and interactions, archived ones left out. */
  @Get()
  @Requires('contacts.read')
  async find(@Ctx() context: RequestContext, @Query() query: SearchQuery): Promise<SearchResult> {
    return { items: await this.search.find(context, query) };
  }
}
