/** This service and partners asked together by the engines of others: Jena ARQ, RDF4J, RDF4J FedX, Comunica. */
@org.jspecify.annotations.NullMarked
package org.banggiao.federated;
