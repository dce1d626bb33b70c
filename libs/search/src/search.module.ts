import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ForgetWords } from './forget-words.js';
import { ReleasedWord } from './released-word.entity.js';
import { SearchController } from './search.controller.js';
import { SearchEntry } from './search-entry.entity.js';
import { SearchService } from './search.service.js';
import { SearchWord } from './search-word.entity.js';
import { WordStatistics } from './word-statistics.js';

@Module({
  imports: [TypeOrmModule.forFeature([SearchEntry, SearchWord, ReleasedWord])],
  controllers: [SearchController],
  providers: [SearchService, WordStatistics, ForgetWords],
  exports: [SearchService],
})
export class SearchModule {}
