/** Where a cluster keeps its things and on which loopback ports it listens. */
export interface ClusterPlace {
  readonly directory: string;
  readonly clusterId: string;
  readonly monitorPort: number;
  readonly gatewayPort: number;
}

/** A cluster of one of each, in memory, that trusts everybody on loopback and copies nothing twice. */
export const cephConfiguration = (place: ClusterPlace): string => `[global]
fsid = ${place.clusterId}
mon initial members = a
mon host = [v1:127.0.0.1:${place.monitorPort}]
public network = 127.0.0.0/8
cluster network = 127.0.0.0/8
ms bind msgr2 = false
auth cluster required = none
auth service required = none
auth client required = none
osd pool default size = 1
osd pool default min size = 1
osd pool default pg num = 8
osd pool default pgp num = 8
osd pool default pg autoscale mode = off
osd crush chooseleaf type = 0
mon allow pool size one = true
mon max pg per osd = 1000
pid file =
admin socket = ${place.directory}/$name.asok
run dir = ${place.directory}
log file = ${place.directory}/$name.log
log to stderr = false
[mon]
mon data = ${place.directory}/mon
mon warn on pool no redundancy = false
mon data avail crit = 1
[osd]
osd data = ${place.directory}/osd
osd objectstore = memstore
memstore device bytes = 4294967296
osd class update on start = false
osd crush update on start = false
[client.rgw]
rgw frontends = beast endpoint=127.0.0.1:${place.gatewayPort}
rgw override bucket index max shards = 1
rgw dynamic resharding = false
`;
