using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.FileProviders;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Proviso.Formats;
using Proviso.Server.Answering;
using Proviso.Server.Guarding;

namespace Proviso.Server;

/// <summary>The server of the workbench: answers about agreements over HTTP, and the page that shows them. It only reads.</summary>
public static class WorkbenchServer
{
    private static readonly string[] look = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>The first parts of addresses that lead to something of the workbench's own: no agreement of such a name can be shown.</summary>
    public static IReadOnlySet<string> Taken { get; } = new HashSet<string>(StringComparer.Ordinal) { "api", "assets", "draft", "health", "openapi" };

    /// <summary>A server that is ready to be started.</summary>
    public static WebApplication Build(IAgreements agreements, ServerOptions options)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = typeof(WorkbenchServer).Assembly.GetName().Name, Args = [] });
        Configure(builder, agreements, options);
        var app = builder.Build();
        foreach (var url in options.Urls)
        {
            app.Urls.Add(url);
        }

        Pipe(app, options);
        return app;
    }

    private static void Configure(WebApplicationBuilder builder, IAgreements agreements, ServerOptions options)
    {
        // What goes wrong is told on the error stream, without addresses: these may hold what somebody supposes.
        builder.Logging.ClearProviders();
        builder.Logging.AddSimpleConsole();
        builder.Logging.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.AspNetCore.Diagnostics", LogLevel.None);
        builder.Logging.AddFilter("Microsoft.AspNetCore.Http.Timeouts", LogLevel.Error);

        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = options.Limits.Body;
            kestrel.Limits.MaxRequestLineSize = 128 << 10;
            kestrel.Limits.MaxRequestHeadersTotalSize = 32 << 10;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
            kestrel.Limits.MaxConcurrentConnections = 2 * (options.Limits.AtOnce + options.Limits.Listeners);
        });

        var services = builder.Services;
        services.Insert(0, ServiceDescriptor.Singleton<IStartupFilter>(new Outermost()));
        services.AddSingleton(options);
        services.AddSingleton(new Shelf(agreements));
        services.AddSingleton<Computing>();
        services.AddSingleton<AnswerCache>();
        services.AddSingleton<Changes>();
        services.AddHostedService(provider => provider.GetRequiredService<Changes>());
        if (options.AnswersAhead)
        {
            services.AddHostedService<Ahead>();
        }

        services.AddProblemDetails();
        services.AddHealthChecks();
        services.AddResponseCompression(compression => compression.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "image/svg+xml"]);
        services.AddRequestTimeouts(timeouts => timeouts.DefaultPolicy = new RequestTimeoutPolicy
        {
            Timeout = options.Limits.Patience,
            TimeoutStatusCode = StatusCodes.Status503ServiceUnavailable,
            WriteTimeoutResponse = Refusals.TooLong,
        });
        services.AddRateLimiter(limiter => Flood.Configure(limiter, options.Limits));
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, JsonText.Shapes);
            json.SerializerOptions.RespectNullableAnnotations = true;
            json.SerializerOptions.RespectRequiredConstructorParameters = true;
            json.SerializerOptions.MaxDepth = 16;
        });
        services.AddOpenApi("v1", Described.Configure);
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.Configure<HostFilteringOptions>(hosts =>
        {
            hosts.AllowedHosts = [.. Hosts.Of(options.Urls)];
            hosts.IncludeFailureMessage = false;
        });
        services.Configure<HostOptions>(host =>
        {
            host.ShutdownTimeout = TimeSpan.FromSeconds(2);

            // What goes wrong beside the questions is logged; those are answered all the same.
            host.BackgroundServiceExceptionBehavior = BackgroundServiceExceptionBehavior.Ignore;
        });
        Measure(services);
    }

    /// <summary>Measurements are taken and go nowhere, unless the usual variables of OpenTelemetry say where to.</summary>
    private static void Measure(IServiceCollection services)
    {
        if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable("OTEL_EXPORTER_OTLP_ENDPOINT")))
        {
            return;
        }

        services.AddOpenTelemetry()
            .WithMetrics(metrics => metrics.AddAspNetCoreInstrumentation().AddMeter(Computing.MeterName).AddOtlpExporter())
            .WithTracing(traces => traces.AddAspNetCoreInstrumentation().AddOtlpExporter());
    }

    private static void Pipe(WebApplication app, ServerOptions options)
    {
        var page = new ManifestEmbeddedFileProvider(typeof(WorkbenchServer).Assembly, "Assets");
        app.UseExceptionHandler(handler => handler.Run(Refusals.Tell));
        app.UseResponseCompression();
        app.UseHealthChecks("/health");
        if (options.Key is { } key)
        {
            app.Use(new KeyGuard(key).Check);
        }

        app.UseStaticFiles(new StaticFileOptions { FileProvider = page, OnPrepareResponse = file => file.Context.Response.Headers.CacheControl = "no-cache" });
        app.UseRouting();
        app.UseRateLimiter();
        app.UseRequestTimeouts();
        app.MapOpenApi();
        AgreementEndpoints.Map(app);
        ChangeEndpoints.Map(app);
        DraftEndpoints.Map(app);

        // By these methods only, so that another one, or another type of body, is told to be what is wrong.
        app.MapMethods("/api/{**rest}", look, Refusals.NoSuchAnswer).ExcludeFromDescription();
        app.MapMethods("{*path:nonfile}", look, context => Index(context, page)).WithOrder(int.MaxValue).DisableRateLimiting().ExcludeFromDescription();
    }

    /// <summary>Every other address is one of the page's own.</summary>
    private static async Task Index(HttpContext context, ManifestEmbeddedFileProvider page)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.CacheControl = "no-cache";
        await context.Response.SendFileAsync(page.GetFileInfo("index.html"));
    }

    /// <summary>What comes before the host's own check of names, so that its refusal has our headers and is told in words.</summary>
    private sealed class Outermost : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use(Policy.Apply);
            app.UseStatusCodePages(Refusals.TellStatus);
            next(app);
        };
    }
}
