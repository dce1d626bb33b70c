import { permissions } from '@seloste/platform';
import { permissionsOfRoles } from './roles.js';

describe('roles', () => {
  it('let an administrator do everything', () => {
    expect([...permissionsOfRoles(['admin'])].sort()).toEqual([...permissions].sort());
  });

  it('let a salesperson work in the register and manage nothing', () => {
    const may = permissionsOfRoles(['salesperson']);
    expect(may.has('register.read') && may.has('register.write') && may.has('account.own')).toBe(true);
    expect(may.has('users.manage') || may.has('controller.manage')).toBe(false);
  });

  it('add up, and none allow nothing', () => {
    expect(permissionsOfRoles(['salesperson', 'admin'])).toEqual(
      permissionsOfRoles(['admin', 'salesperson']),
    );
    expect(permissionsOfRoles([]).size).toBe(0);
  });
});
