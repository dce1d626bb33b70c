import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IdentityModule } from '@seloste/identity';
import { OwnershipController } from './ownership.controller.js';
import { OwnershipTransfer } from './ownership-transfer.entity.js';
import { TransferOwnership } from './transfer-ownership.js';

/** Records that change hands in bulk when somebody leaves. */
@Module({
  imports: [TypeOrmModule.forFeature([OwnershipTransfer]), IdentityModule],
  controllers: [OwnershipController],
  providers: [TransferOwnership],
})
export class OwnershipModule {}
