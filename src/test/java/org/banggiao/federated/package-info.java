/** This service and partners asked together by the engines of others: Jena ARQ, RDF4J, RDF4J FedX, Comunica. */
package org.banggiao.federated;
