import { Module } from '@nestjs/common';

/** May a person be contacted, what they said about it, and what we owe them before we do. */
@Module({})
export class PermissionsModule {}
