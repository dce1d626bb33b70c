import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { PassportModule } from '@nestjs/passport';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessChanges } from './access/access-changes.js';
import { AccessGuard } from './access/access.guard.js';
import { LiveSessions } from './access/live-sessions.js';
import { SessionStrategy } from './access/session.strategy.js';
import { Calendar } from './calendar.js';
import { ControllerController } from './controller/controller.controller.js';
import { Controller } from './controller/controller.entity.js';
import { ControllerService } from './controller/controller.service.js';
import { Handshakes } from './oidc/handshake.js';
import { OidcLogin } from './oidc/oidc-login.js';
import { OidcClients } from './oidc/oidc-clients.js';
import { OidcController } from './oidc/oidc.controller.js';
import { OidcLink } from './oidc/oidc-link.entity.js';
import { OidcLinksController } from './oidc/oidc-links.controller.js';
import { OidcLinks } from './oidc/oidc-links.service.js';
import { OidcProvider } from './oidc/oidc-provider.entity.js';
import { OidcProvidersController } from './oidc/oidc-providers.controller.js';
import { OidcProviders } from './oidc/oidc-providers.service.js';
import { LoginLimits } from './sessions/login-limits.js';
import { LoginThrottle } from './sessions/login-throttle.entity.js';
import { LoginService } from './sessions/login.service.js';
import { SessionPurge } from './sessions/session-purge.js';
import { Session } from './sessions/session.entity.js';
import { SessionsController } from './sessions/sessions.controller.js';
import { Sessions } from './sessions/sessions.js';
import { FirstRecords } from './setup/first-records.js';
import { SetupController } from './setup/setup.controller.js';
import { SetupService } from './setup/setup.service.js';
import { SetupToken } from './setup/setup-token.js';
import { TeamMember } from './teams/team-member.entity.js';
import { Team } from './teams/team.entity.js';
import { Teams } from './teams/teams.js';
import { FirstUndertaking } from './undertaking/first-undertaking.js';
import { UndertakingReceipt } from './undertaking/undertaking-receipt.entity.js';
import { UndertakingReceipts } from './undertaking/undertaking-receipts.js';
import { UndertakingController } from './undertaking/undertaking.controller.js';
import { Undertaking } from './undertaking/undertaking.entity.js';
import { Undertakings } from './undertaking/undertakings.service.js';
import { Credentials } from './users/credentials.js';
import { AccountController } from './users/account.controller.js';
import { AccountService } from './users/account.service.js';
import { PasswordChange } from './users/change-password.js';
import { NewUsers } from './users/new-users.js';
import { Passwords } from './users/passwords.js';
import { RoleGrant } from './users/role-grant.entity.js';
import { UserDirectory } from './users/user-directory.js';
import { User } from './users/user.entity.js';
import { UsersController } from './users/users.controller.js';
import { UsersService } from './users/users.service.js';

/** Who works here, how they sign in, what they may do. Guards every route of the application. */
@Module({
  imports: [
    PassportModule,
    TypeOrmModule.forFeature([
      Controller,
      User,
      RoleGrant,
      Session,
      LoginThrottle,
      Team,
      TeamMember,
      Undertaking,
      UndertakingReceipt,
    ]),
    TypeOrmModule.forFeature([OidcProvider, OidcLink]),
  ],
  controllers: [
    SetupController,
    SessionsController,
    AccountController,
    ControllerController,
    UndertakingController,
    UsersController,
    OidcController,
    OidcLinksController,
    OidcProvidersController,
  ],
  providers: [
    { provide: APP_GUARD, useClass: AccessGuard },
    AccessChanges,
    Calendar,
    LiveSessions,
    SessionStrategy,
    ControllerService,
    LoginLimits,
    LoginService,
    SessionPurge,
    Sessions,
    FirstRecords,
    SetupService,
    SetupToken,
    Teams,
    FirstUndertaking,
    UndertakingReceipts,
    Undertakings,
    Credentials,
    AccountService,
    PasswordChange,
    NewUsers,
    Passwords,
    UserDirectory,
    UsersService,
    Handshakes,
    OidcClients,
    OidcLinks,
    OidcLogin,
    OidcProviders,
  ],
  exports: [Calendar, UserDirectory],
})
export class IdentityModule {}
