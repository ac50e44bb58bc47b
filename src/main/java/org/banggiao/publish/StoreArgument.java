package org.banggiao.publish;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.banggiao.publish.http.StoreLease;
import org.banggiao.store.Store;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Lets a controller's method have a parameter of type {@link Store}: the store of the request. */
final class StoreArgument implements HandlerMethodArgumentResolver {
    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Store.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer model,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return StoreLease.storeOf(Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)));
    }
}
