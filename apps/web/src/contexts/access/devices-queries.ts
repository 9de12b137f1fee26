import * as contract from '@changming/contract/access/devices';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';

import { call } from '../../api/call.ts';

export type SharedDevice = contract.SharedDevice;

const devicesKey = ['access', 'devices'];

export function devicesQuery(unitId: string | undefined) {
  return queryOptions({
    queryKey: [...devicesKey, unitId],
    queryFn: ({ signal }) => call(contract.listDevices, { query: { unitId }, signal }),
  });
}

export function useAddDevice() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { readonly unitId: string; readonly name: string }) => call(contract.addDevice, { body }),
    onSettled: () => client.invalidateQueries({ queryKey: devicesKey }),
  });
}

export function useEndDevice() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (deviceId: string) => call(contract.endDevice, { params: { deviceId } }),
    onSettled: () => client.invalidateQueries({ queryKey: devicesKey }),
  });
}
